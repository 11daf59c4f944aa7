/**
 * Permissions. Each module declares its own; identity maps their natures to roles; each use case and route declares the
 * permission that it requires, and is refused if it declares none. Accounts, roles and sign-in are in identity.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {})
@NullMarked
package org.convergence.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
