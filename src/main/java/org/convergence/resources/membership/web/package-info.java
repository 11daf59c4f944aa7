/** Pages of members, categories and headcounts, and their parts on the pages of organisations and people. */
@NullMarked
package org.convergence.resources.membership.web;

import org.jspecify.annotations.NullMarked;
