/** The rules of consent, its ledger and its answers. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.consent.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
