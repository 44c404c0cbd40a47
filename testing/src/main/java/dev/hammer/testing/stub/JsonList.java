package dev.hammer.testing.stub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one array among the members of a JSON answer. */
record JsonList(Map<String, String> members, String name, List<String> elements, PageNames names)
    implements AnswerList {

  static Optional<AnswerList> in(String body, PageNames names) {
    if (!JsonText.isObject(body)) {
      return Optional.empty();
    }
    Map<String, String> members = JsonText.members(body);
    List<Map.Entry<String, String>> arrays =
        members.entrySet().stream().filter(member -> JsonText.isArray(member.getValue())).toList();
    if (arrays.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, String> array = arrays.getFirst();
    return Optional.of(
        new JsonList(members, array.getKey(), JsonText.elements(array.getValue()), names));
  }

  @Override
  public int size() {
    return elements.size();
  }

  @Override
  public String keep(int from, int to, Optional<String> nextToken) {
    var changed = new LinkedHashMap<>(members);
    changed.put(name, JsonText.array(elements.subList(from, to)));
    changed.remove(names.tokenOut());
    nextToken.ifPresent(token -> changed.put(names.tokenOut(), JsonText.quote(token)));
    names.flag().ifPresent(flag -> changed.put(flag, String.valueOf(nextToken.isPresent())));
    return JsonText.object(changed);
  }
}
