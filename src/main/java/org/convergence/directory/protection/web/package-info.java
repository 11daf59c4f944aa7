/** Pages about those who are at risk, and about who sees whom. */
@NullMarked
package org.convergence.directory.protection.web;

import org.jspecify.annotations.NullMarked;
