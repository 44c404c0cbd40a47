/**
 * What the configuration files, the environment and the options say, read once into records with a
 * default for everything. All problems are found in one go, each with its place and its remedy.
 */
@NullMarked
package dev.hammer.app.config;

import org.jspecify.annotations.NullMarked;
