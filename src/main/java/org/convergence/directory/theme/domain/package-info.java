/** How dossiers are written and filled. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.directory.theme.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
