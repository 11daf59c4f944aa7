/** Exhibitions, their bookings and condition reports. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.outreach.exhibition.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
