/** EC2: security groups, volumes, snapshots of volumes, and machine images. */
@NullMarked
package dev.hammer.checks.ec2;

import org.jspecify.annotations.NullMarked;
