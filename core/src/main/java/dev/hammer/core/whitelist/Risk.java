package dev.hammer.core.whitelist;

import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.util.Optional;

/**
 * What an entry of the whitelist may accept: that a check finds a fault in a resource.
 *
 * @param tags of the resource; absent if they could not be read
 */
public record Risk(String check, ResourceRef resource, Optional<Tags> tags) {}
