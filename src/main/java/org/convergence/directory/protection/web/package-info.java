/** Pages of protected people, and of who can access a person's data. */
@NullMarked
package org.convergence.directory.protection.web;

import org.jspecify.annotations.NullMarked;
