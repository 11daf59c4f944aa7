/** Pages of treaties, bills and cases. */
@NullMarked
package org.convergence.advocacy.treaty.web;

import org.jspecify.annotations.NullMarked;
