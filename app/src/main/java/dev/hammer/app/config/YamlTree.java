package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file into nodes with their places. An alias is the node it stands for, never a copy,
 * and counts in full, so that a few lines cannot stand for millions of values.
 */
final class YamlTree {
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";
  private static final Set<String> TAGS =
      Stream.of("str", "int", "float", "bool", "null", "map", "seq")
          .map(name -> "tag:yaml.org,2002:" + name)
          .collect(Collectors.toUnmodifiableSet());

  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private int nodes;
  private Position last;

  private YamlTree(String file, Problems problems, Iterator<Event> events) {
    this.file = file;
    this.problems = problems;
    this.events = events;
    this.last = new Position(file, 1, 1);
  }

  /** The whole file; one without a value is an empty object. */
  static Node read(String text, String file, Problems problems) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(NodeLimits.BYTES).build();
    YamlTree tree = new YamlTree(file, problems, new Parse(settings).parseString(text).iterator());
    try {
      return tree.document();
    } catch (MarkedYamlEngineException broken) {
      throw broken(
          broken
              .getProblemMark()
              .or(broken::getContextMark)
              .map(mark -> position(file, mark))
              .orElse(tree.last),
          broken.getProblem());
    } catch (ReaderException broken) {
      throw broken(
          FileText.position(file, text, broken.getPosition()),
          "the character U+%04X is not allowed".formatted(broken.getCodePoint()));
    } catch (YamlEngineException broken) {
      throw broken(tree.last, String.valueOf(broken.getMessage()));
    } catch (IllegalArgumentException broken) {
      // The parser's way to say that \UFFFFFFFF is no character.
      throw broken(tree.last, "behind this place an escape stands for no character");
    }
  }

  private Node document() {
    next(Event.ID.StreamStart);
    if (next().getEventId() == Event.ID.StreamEnd) {
      return nothing();
    }
    Node root = node(next(), "", 0);
    next(Event.ID.DocumentEnd);
    Event after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new BrokenFileException(
          at(after), "a second YAML document begins here", "keep one document in a file");
    }
    return root instanceof Node.Scalar scalar && scalar.isAbsent() ? nothing() : root;
  }

  private Node nothing() {
    return Node.Fields.empty(new Position(file, 1, 1));
  }

  private Event next() {
    Event event = events.next();
    last = at(event);
    return event;
  }

  private Event next(Event.ID expected) {
    Event event = next();
    if (event.getEventId() != expected) {
      throw new BrokenFileException(at(event), "this is not YAML", "correct the file");
    }
    return event;
  }

  private Node node(Event event, String path, int depth) {
    if (depth > NodeLimits.DEPTH) {
      throw NodeLimits.tooDeep(at(event));
    }
    Node node =
        switch (event) {
          case AliasEvent alias -> aliased(alias);
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent start -> list(start, path, depth);
          case MappingStartEvent start -> object(start, path, depth);
          default ->
              throw new BrokenFileException(at(event), "this is not YAML", "correct the file");
        };
    if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
      named.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    }
    return node;
  }

  private Node aliased(AliasEvent alias) {
    Node node = anchors.get(alias.getAlias());
    if (node == null) {
      throw new BrokenFileException(
          at(alias),
          "*" + Shown.visible(alias.getAlias().getValue()) + " refers to nothing before it",
          "define &" + Shown.visible(alias.getAlias().getValue()) + " first");
    }
    count(node.size(), alias);
    return node;
  }

  private Node scalar(ScalarEvent event) {
    count(1, event);
    String word = event.getValue();
    String tag = event.getTag().orElse("");
    boolean isText = !event.isPlain() || tag.equals("!") || tag.equals(TEXT_TAG);
    refuseForeign(tag, event);
    return new Node.Scalar(at(event), isText ? Value.text(word) : Scalars.plain(word), word);
  }

  private Node list(SequenceStartEvent start, String path, int depth) {
    count(1, start);
    refuseForeign(start.getTag().orElse(""), start);
    List<Node> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, path + "[" + items.size() + "]", depth + 1));
    }
    return new Node.Items(at(start), items);
  }

  private Node object(MappingStartEvent start, String path, int depth) {
    count(1, start);
    refuseForeign(start.getTag().orElse(""), start);
    Members members = new Members(path, problems);
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      boolean isMerge =
          event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().equals("<<");
      String name = name(event, depth);
      Node value = node(next(), members.pathOf(name), depth + 1);
      if (isMerge) {
        merge(members, value);
      } else {
        members.add(new Node.Member(name, at(event), value));
      }
    }
    return new Node.Fields(at(start), members.all());
  }

  private String name(Event event, int depth) {
    if (node(event, "", depth + 1) instanceof Node.Scalar scalar) {
      return scalar.raw();
    }
    throw new BrokenFileException(
        at(event), "a key is a list or an object", "write keys as single words");
  }

  private void merge(Members members, Node value) {
    switch (value) {
      case Node.Fields other -> members.merge(other);
      case Node.Items list when list.nodes().stream().allMatch(Node.Fields.class::isInstance) ->
          list.nodes().forEach(other -> merge(members, other));
      default ->
          throw new BrokenFileException(
              value.at(), "<< takes an object or a list of objects", "write <<: *name");
    }
  }

  private void refuseForeign(String tag, Event event) {
    if (!tag.isEmpty() && !tag.equals("!") && !TAGS.contains(tag)) {
      throw new BrokenFileException(
          at(event), "the tag " + Shown.visible(tag) + " means nothing here", "remove it");
    }
  }

  private void count(int more, Event event) {
    nodes += more;
    if (nodes > NodeLimits.NODES) {
      throw NodeLimits.tooLarge(at(event));
    }
  }

  private Position at(Event event) {
    return event.getStartMark().map(mark -> position(file, mark)).orElse(Position.wholeOf(file));
  }

  private static Position position(String file, Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static BrokenFileException broken(Position at, String why) {
    return new BrokenFileException(
        at,
        "this is not YAML: " + Shown.visible(why),
        "correct the file; nothing after this place was read");
  }
}
