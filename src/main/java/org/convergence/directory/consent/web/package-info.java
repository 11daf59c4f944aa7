/** Pages and interface of consents. */
@NullMarked
package org.convergence.directory.consent.web;

import org.jspecify.annotations.NullMarked;
