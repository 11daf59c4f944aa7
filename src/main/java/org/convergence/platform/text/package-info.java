/**
 * Text and formats: the messages of {@code messages/}, figures, dates and hours in each language, the folded form in
 * which text is compared, and Markdown converted to safe HTML. Main types: {@code Words}, for one reader's language and
 * zone; {@code Messages}, for all. Names of regions and countries are in geography.
 */
@ApplicationModule(
        displayName = "Text",
        allowedDependencies = {})
@NullMarked
package org.convergence.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
