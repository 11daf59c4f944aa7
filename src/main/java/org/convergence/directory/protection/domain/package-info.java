/** The vault, its openers and their reasons, the recognition of sealed people, and the names shown. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.protection.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
