/** Pages of members, categories and headcounts, and the sections on pages of organisations and people. */
@NullMarked
package org.convergence.resources.membership.web;

import org.jspecify.annotations.NullMarked;
