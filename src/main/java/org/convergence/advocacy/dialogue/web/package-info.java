/** Pages and API of the dialogue with decision-makers. */
@NullMarked
package org.convergence.advocacy.dialogue.web;

import org.jspecify.annotations.NullMarked;
