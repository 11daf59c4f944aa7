/** How decision-makers, asks, acts, commitments and the lobby registers are followed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.advocacy.dialogue.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
