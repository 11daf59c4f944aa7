/** The backups on their page, and in the foot of the first page. */
@NullMarked
package org.convergence.platform.backup.web;

import org.jspecify.annotations.NullMarked;
