/** Duplicates: proposed, merged, separated, with aliases of the merged records. */
@NamedInterface("merging")
@NullMarked
package org.convergence.directory.people.domain.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
