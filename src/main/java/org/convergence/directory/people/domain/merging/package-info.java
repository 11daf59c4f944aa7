/** Two records that prove to be one person or organisation: proposed, made one, taken apart again, remembered. */
@NamedInterface("merging")
@NullMarked
package org.convergence.directory.people.domain.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
