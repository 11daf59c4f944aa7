/** The pages of an import of any kind; a module's own controller gives them their address. */
@NamedInterface("web")
@NullMarked
package org.convergence.platform.imports.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
