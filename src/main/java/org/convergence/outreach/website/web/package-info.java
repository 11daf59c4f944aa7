/** Public pages, embedded forms, feeds, and the page of the person who looks after the website. */
@NullMarked
package org.convergence.outreach.website.web;

import org.jspecify.annotations.NullMarked;
