/**
 * The frame of every page: navigation, search field, the one "Ajouter" button, notices, forms, errors, languages,
 * static files. A module contributes {@link org.convergence.platform.shell.MenuEntry} and {@link
 * org.convergence.platform.shell.AddButtonEntry} beans, responds with {@link org.convergence.platform.shell.PageView}
 * or {@link org.convergence.platform.shell.SeeOther}, and reads typed values through {@link
 * org.convergence.platform.shell.Form}. It knows no domain term; the components are templates in {@code
 * src/main/jte/platform/shell}.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {
            "platform.access",
            "platform.text",
            "platform.database",
            "platform.keys",
            "platform.settings"
        })
@NullMarked
package org.convergence.platform.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
