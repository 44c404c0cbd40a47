/** Tests of the wire stub, with the clients of the AWS SDK. */
@NullMarked
package dev.hammer.testing.stub;

import org.jspecify.annotations.NullMarked;
