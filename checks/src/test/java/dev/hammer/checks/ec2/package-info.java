@NullMarked
package dev.hammer.checks.ec2;

import org.jspecify.annotations.NullMarked;
