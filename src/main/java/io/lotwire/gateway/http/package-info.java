/** What an HTTP connection may take, and the doors that hold it to that. */
package io.lotwire.gateway.http;
