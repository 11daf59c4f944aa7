/**
 * Who may do what. A permission is a word of the module that owns the act; identity maps its nature to roles; a use
 * case and a route name the permission that they need, and whatever names none is refused. Accounts, roles and sign-in
 * are not here: they are in identity.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {})
@NullMarked
package org.convergence.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
