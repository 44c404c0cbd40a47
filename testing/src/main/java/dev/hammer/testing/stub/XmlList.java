package dev.hammer.testing.stub;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The one child of an element (the holder) whose own children are the elements of a list. */
record XmlList(Document document, Element holder, Element list, PageNames names)
    implements AnswerList {

  /** Finds the list below the holder: the only child of which all children satisfy the rule. */
  static Optional<AnswerList> below(
      Element holder, Predicate<List<Element>> rule, PageNames names) {
    List<Element> lists =
        XmlText.children(holder).stream()
            .filter(child -> !XmlText.children(child).isEmpty())
            .filter(child -> rule.test(XmlText.children(child)))
            .toList();
    return lists.size() == 1
        ? Optional.of(new XmlList(holder.getOwnerDocument(), holder, lists.getFirst(), names))
        : Optional.empty();
  }

  static Predicate<List<Element>> allNamed(String name) {
    return elements -> elements.stream().allMatch(element -> element.getTagName().equals(name));
  }

  static boolean allEqual(List<Element> elements) {
    return allNamed(elements.getFirst().getTagName()).test(elements);
  }

  @Override
  public int size() {
    return XmlText.children(list).size();
  }

  @Override
  public String keep(int from, int to, Optional<String> nextToken) {
    List<Element> elements = XmlText.children(list);
    for (int i = 0; i < elements.size(); i++) {
      if (i < from || i >= to) {
        list.removeChild(elements.get(i));
      }
    }
    set(names.tokenOut(), nextToken);
    names.flag().ifPresent(flag -> set(flag, Optional.of(String.valueOf(nextToken.isPresent()))));
    return XmlText.write(document);
  }

  private void set(String name, Optional<String> value) {
    XmlText.children(holder).stream()
        .filter(child -> child.getTagName().equals(name))
        .forEach(holder::removeChild);
    value.ifPresent(
        text -> {
          Element element = document.createElement(name);
          element.setTextContent(text);
          holder.appendChild(element);
        });
  }
}
