/**
 * Measures the packaged application over HTTP, each figure beside a baseline of the same run; started by {@code
 * ./bench}.
 */
@NullMarked
package org.convergence.bench;

import org.jspecify.annotations.NullMarked;
