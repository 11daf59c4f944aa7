/** Upload and download over HTTP, always with a media type that browsers do not execute. */
@NullMarked
package org.convergence.platform.document.web;

import org.jspecify.annotations.NullMarked;
