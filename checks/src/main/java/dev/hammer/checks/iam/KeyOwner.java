package dev.hammer.checks.iam;

import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Tags;

/**
 * The user whom access keys belong to.
 *
 * @param id what tells this user from a later one of the same name
 * @param tags read once for all keys of the user
 */
record KeyOwner(String name, String id, Facet<Tags> tags) {}
