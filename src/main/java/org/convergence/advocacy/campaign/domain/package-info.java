/** How campaigns led by others are followed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.advocacy.campaign.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
