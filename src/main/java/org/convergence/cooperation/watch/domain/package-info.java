/** Items, notes, feeds and digests. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.cooperation.watch.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
