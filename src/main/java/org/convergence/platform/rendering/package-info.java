/**
 * Papers: what is to be read, filed or printed, said once and rendered for the page, as PDF, as Word and as Excel. Main
 * words: a {@code Paper} has {@code Section}s of {@code Block}s of {@code Inline}s; a {@code Rendering} writes it. Nothing
 * is fetched while a paper is rendered, and no HTML in its words is anything but words. What a report says is not here.
 */
@ApplicationModule(
        displayName = "Rendering",
        allowedDependencies = {"platform.text", "platform.chart", "platform.table"})
@NullMarked
package org.convergence.platform.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
