/** The face over HTTP: pages for people. Who may see them is decided in {@code door}; what they show is asked elsewhere. */
package io.lotwire.web;
