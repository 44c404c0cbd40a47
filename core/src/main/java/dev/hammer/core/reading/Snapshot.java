package dev.hammer.core.reading;

import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;

/** What was read of one resource; facets are read no further than its checks ask. */
public interface Snapshot {
  ResourceRef ref();

  /** When the listing brought it: the "now" of every check. */
  Instant readAt();

  /** Tags, read only for what is reported. */
  Facet<Tags> tags();

  /** What the listing brought, as values. */
  Value.Fields listed();

  /** All facets, in a fixed order. */
  List<Facet<?>> facets();

  /** The immutable form: what the listing brought and how each facet stands. */
  default Value.Fields view() {
    Value.Builder view = Value.fields();
    listed().fields().forEach(view::add);
    facets().forEach(facet -> view.note(facet.name(), facet.view()));
    return view.build();
  }

  /** The calls that were answered or refused for this resource so far, the listing not included. */
  default List<ApiCall> callsSoFar() {
    return facets().stream()
        .filter(facet -> facet.soFar().isPresent())
        .flatMap(facet -> facet.calls().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
