/** Lists of organisations and people brought in from files: read, shown, entered, taken back. */
@NullMarked
package org.convergence.directory.people.domain.imports;

import org.jspecify.annotations.NullMarked;
