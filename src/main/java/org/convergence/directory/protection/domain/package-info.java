/** The vault, who opens it and why, how someone in it is recognised, and under which name she is shown. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.protection.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
