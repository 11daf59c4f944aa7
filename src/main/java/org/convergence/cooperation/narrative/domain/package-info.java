/** Reports with their sections, facts and passages, until they are filed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.cooperation.narrative.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
