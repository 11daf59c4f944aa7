/** How partners send, and how what they sent is accepted or returned. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.cooperation.fieldwork.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
