/** The page of backups, and their cards on the home page. */
@NullMarked
package org.convergence.platform.backup.web;

import org.jspecify.annotations.NullMarked;
