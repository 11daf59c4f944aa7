/**
 * The frame in which every page lives: navigation, search field, the one "Ajouter" button, notices, forms, errors,
 * languages, static files. A module contributes {@link org.convergence.platform.shell.MenuEntry} and
 * {@link org.convergence.platform.shell.AddEntry} beans, answers {@link org.convergence.platform.shell.Page} or
 * {@link org.convergence.platform.shell.Go}, and reads what was typed through
 * {@link org.convergence.platform.shell.Form}. It knows no domain word; the components are templates in
 * {@code src/main/jte/platform/shell}.
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
