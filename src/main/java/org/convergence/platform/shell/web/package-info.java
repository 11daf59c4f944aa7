/** The shell's web layer: views, errors, redirects, static files, headers, languages. */
@NullMarked
package org.convergence.platform.shell.web;

import org.jspecify.annotations.NullMarked;
