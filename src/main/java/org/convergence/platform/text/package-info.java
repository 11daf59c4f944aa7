/**
 * How things are said: the sentences of {@code messages/}, the figures, dates and hours as each language writes them, the
 * folded form by which words are compared, and Markdown made into safe HTML. Main words: {@code Words}, bound to one
 * reader's language and zone; {@code Messages}, the sentences of everyone. Names of regions and countries are not here:
 * they are in geography.
 */
@ApplicationModule(
        displayName = "Text",
        allowedDependencies = {})
@NullMarked
package org.convergence.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
