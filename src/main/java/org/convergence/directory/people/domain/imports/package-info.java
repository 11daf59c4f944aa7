/** Imports of organisations and people from files: read, previewed, imported, undone. */
@NamedInterface("imports")
@NullMarked
package org.convergence.directory.people.domain.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
