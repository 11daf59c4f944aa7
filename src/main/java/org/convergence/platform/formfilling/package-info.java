/**
 * Forms of others, filled: a funder's workbook, Word file or PDF keeps all that it holds, and gets values at the places that
 * a person chose. Main words: form, place. What the values are belongs to other modules.
 */
@ApplicationModule(
        displayName = "Form filling",
        allowedDependencies = {"platform.database", "platform.document", "platform.text"})
@NullMarked
package org.convergence.platform.formfilling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
