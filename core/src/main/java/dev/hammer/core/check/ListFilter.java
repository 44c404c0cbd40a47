package dev.hammer.core.check;

/**
 * What a service can filter on its side. A reader uses a filter only while every enabled check of
 * its resource type accepts it.
 */
public enum ListFilter {
  UNENCRYPTED,
  PUBLIC
}
