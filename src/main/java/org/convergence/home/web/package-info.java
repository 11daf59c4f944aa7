/** The home page, reminders and settings pages. */
@NullMarked
package org.convergence.home.web;

import org.jspecify.annotations.NullMarked;
