/** People, organisations, functions and affiliations: stored, changed, searched and listed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.people.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
