package dev.hammer.testing.stub;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The scripted answers of a stub; the last one added is asked first. */
public final class Scripts {
  private record Scripted(CallPattern pattern, Script script) {}

  private final List<Scripted> scripts = new CopyOnWriteArrayList<>();

  Scripts() {}

  public Scripts answer(String service, String operation, Script script) {
    return answer(CallPattern.of(service, operation), script);
  }

  public Scripts answer(CallPattern pattern, Script script) {
    scripts.addFirst(new Scripted(pattern, script));
    return this;
  }

  /** Answers with a body. */
  public Scripts answer(String service, String operation, String body) {
    return answer(service, operation, question -> question.ok(body));
  }

  /** Answers with a text file. */
  public Scripts answer(TextAnswer text) {
    return answer(text.service(), text.operation(), text);
  }

  void clear() {
    scripts.clear();
  }

  /** The answer of the newest fitting script, each standing in front of the older ones. */
  WireReply answer(Question question) {
    List<Script> fitting =
        scripts.stream()
            .filter(scripted -> scripted.pattern().matches(question.target()))
            .map(Scripted::script)
            .toList();
    return answer(fitting, question);
  }

  private static WireReply answer(List<Script> scripts, Question question) {
    if (scripts.isEmpty()) {
      return question.truth();
    }
    List<Script> older = scripts.subList(1, scripts.size());
    Function<WireRequest, WireReply> behind = request -> answer(older, question.with(request));
    return scripts.getFirst().answer(question.before(behind));
  }
}
