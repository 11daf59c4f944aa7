/** The pages and the API of narrative reports. */
@NullMarked
package org.convergence.cooperation.narrative.web;

import org.jspecify.annotations.NullMarked;
