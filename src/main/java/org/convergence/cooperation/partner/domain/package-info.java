/** How partners and their requests are followed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.cooperation.partner.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
