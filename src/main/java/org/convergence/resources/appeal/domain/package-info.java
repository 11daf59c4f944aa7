/** Appeals, their letters and their accounts. */
@NullMarked
@NamedInterface("use-cases")
package org.convergence.resources.appeal.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
