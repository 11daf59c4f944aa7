/**
 * Papers: documents to be read, filed or printed, written once and rendered as a page, PDF, Word or Excel. Main types:
 * a {@code Paper} has {@code Section}s of {@code Block}s of {@code Inline}s; a {@code PaperFormat} writes it. Rendering
 * fetches nothing, and HTML in the text is shown as text.
 */
@ApplicationModule(
        displayName = "Rendering",
        allowedDependencies = {
            "platform.text",
            "platform.settings",
            "platform.shell",
            "platform.chart",
            "platform.table"
        })
@NullMarked
package org.convergence.platform.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
